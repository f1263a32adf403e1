const stepKey = /^[a-z][a-z0-9-]*$/

/**
 * An activity that may stand as an id in a model file, so that the step keeps it whatever it is called there. Unlike the ids
 * that the writers here make, which have an underline.
 */
export const isStepKey = (activity: string): boolean => stepKey.test(activity)
