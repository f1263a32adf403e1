import type { LayerSpecification } from 'maplibre-gl'
import type { MapColours } from './map-colours.ts'

export const sources = ['ground', 'network', 'labels', 'overlays', 'points', 'measure'] as const
export type SourceName = (typeof sources)[number]

/** Groups that a person can hide and show. */
export const layerGroups = ['ground', 'feeders', 'poles', 'ringMainUnits', 'transformers', 'labels'] as const
export type LayerGroup = (typeof layerGroups)[number]

/** A layer with the group it is hidden with; what has no group always shows. */
export type GroupedLayer = { readonly group?: LayerGroup; readonly layer: LayerSpecification }

type Expression = readonly unknown[]
const is = (property: string, ...values: string[]) => ['in', ['get', property], ['literal', values]] as never
const all = (...filters: Expression[]) => ['all', ...filters] as never
const byZoom = (...stops: (number | Expression)[]) => ['interpolate', ['linear'], ['zoom'], ...stops] as never
const round = { 'line-cap': 'round', 'line-join': 'round' } as const
const text = { 'text-font': ['sans-serif'], 'text-size': 12 }

/** Every layer, from the ground up. Loading is told by width as well as by colour. */
export const layersOf = (colours: MapColours): readonly GroupedLayer[] => [
  { layer: { id: 'land', type: 'background', paint: { 'background-color': colours.land } } },
  ...groundLayers(colours),
  ...feederLayers(colours),
  ...overlayLayers(colours),
  ...placeLayers(colours),
  ...labelLayers(colours),
  ...measureLayers(colours),
]

function groundLayers(colours: MapColours): readonly GroupedLayer[] {
  const of = (id: string, type: 'fill' | 'line', filter: Expression, paint: object): GroupedLayer => ({
    group: 'ground',
    layer: {
      id,
      type,
      source: 'ground',
      filter: filter as never,
      paint,
      ...(type === 'line' && { layout: round }),
    } as LayerSpecification,
  })
  const isArea = ['==', ['geometry-type'], 'Polygon']
  const isLine = ['==', ['geometry-type'], 'LineString']
  return [
    of('protected', 'fill', all(isArea, is('kind', 'protected')), { 'fill-color': colours.park }),
    of('water-area', 'fill', all(isArea, is('kind', 'water')), { 'fill-color': colours.water }),
    of('water-line', 'line', all(isLine, is('kind', 'water')), {
      'line-color': colours.water,
      'line-width': byZoom(10, 2, 16, 14),
    }),
    of('building', 'fill', all(isArea, is('kind', 'building')), { 'fill-color': colours.block }),
    of('road-area', 'fill', all(isArea, is('kind', 'road')), { 'fill-color': colours.road }),
    of('road-edge', 'line', all(isLine, is('kind', 'road')), {
      'line-color': colours['road-edge'],
      'line-width': byZoom(10, 2, 14, 7, 17, 18),
    }),
    of('road', 'line', all(isLine, is('kind', 'road')), {
      'line-color': colours.road,
      'line-width': byZoom(10, 1, 14, 5, 17, 15),
    }),
    of('railway', 'line', all(isLine, is('kind', 'railway')), {
      'line-color': colours.edge,
      'line-width': 2,
      'line-dasharray': [3, 2],
    }),
  ]
}

export const bandColour = (colours: MapColours): Expression => [
  'match',
  ['get', 'band'],
  'low',
  colours.accent,
  'middle',
  colours.soon,
  'high',
  colours.late,
  colours.edge,
]

function feederLayers(colours: MapColours): readonly GroupedLayer[] {
  const wide = ['match', ['get', 'band'], 'high', 1.7, 'middle', 1.25, 1]
  const width = byZoom(10, ['*', wide, 1.6], 14, ['*', wide, 3], 17, ['*', wide, 4.5])
  const isLowVoltage = ['==', ['coalesce', ['get', 'feeder'], ''], '']
  const line = (id: string, filter: Expression, paint: object): GroupedLayer => ({
    group: 'feeders',
    layer: { id, type: 'line', source: 'network', filter: filter as never, layout: round, paint } as LayerSpecification,
  })
  const isSection = is('element', 'section')
  return [
    line('sections-low', all(isSection, isLowVoltage), {
      'line-color': colours.lv,
      'line-width': byZoom(13, 0.8, 17, 2),
    }),
    line('sections', all(isSection, ['!', isLowVoltage]), { 'line-color': bandColour(colours), 'line-width': width }),
    line('switches', all(is('element', 'switch'), ['get', 'isClosed']), {
      'line-color': colours.edge,
      'line-width': 2,
    }),
    line('ties', all(is('element', 'switch'), ['!', ['get', 'isClosed']]), {
      'line-color': colours['ink-2'],
      'line-width': 1.6,
      'line-dasharray': [1, 2],
    }),
  ]
}

/** Tones of an overlay: `chosen` and `other` are routes, `refused` one that fails a rule, `area` a site or a reach. */
function overlayLayers(colours: MapColours): readonly GroupedLayer[] {
  const line = (id: string, tone: string, paint: object): GroupedLayer => ({
    layer: {
      id,
      type: 'line',
      source: 'overlays',
      filter: is('tone', tone),
      layout: round,
      paint,
    } as LayerSpecification,
  })
  return [
    {
      layer: {
        id: 'overlay-area',
        type: 'fill',
        source: 'overlays',
        filter: is('tone', 'area'),
        paint: { 'fill-color': colours.hv, 'fill-opacity': 0.12 },
      },
    },
    line('overlay-area-edge', 'area', { 'line-color': colours.hv, 'line-width': 1.5, 'line-dasharray': [3, 3] }),
    line('overlay-refused', 'refused', { 'line-color': colours.late, 'line-width': 3, 'line-dasharray': [1, 1.6] }),
    line('overlay-other', 'other', { 'line-color': colours.ink, 'line-width': 2.5, 'line-dasharray': [1.2, 1.8] }),
    line('overlay-chosen', 'chosen', { 'line-color': colours.ink, 'line-width': 5 }),
  ]
}

function placeLayers(colours: MapColours): readonly GroupedLayer[] {
  const icon = (
    id: string,
    group: LayerGroup | undefined,
    image: string,
    filter: Expression,
    minzoom: number,
  ): GroupedLayer => ({
    ...(group && { group }),
    layer: {
      id,
      type: 'symbol',
      source: 'network',
      filter: filter as never,
      minzoom,
      layout: { 'icon-image': image, 'icon-allow-overlap': true, 'icon-size': byZoom(11, 0.6, 15, 1) },
    } as LayerSpecification,
  })
  return [
    {
      group: 'poles',
      layer: {
        id: 'poles',
        type: 'circle',
        source: 'network',
        filter: is('element', 'pole', 'joint'),
        minzoom: 13,
        paint: {
          'circle-radius': byZoom(13, 1.4, 17, 4),
          'circle-color': colours.paper,
          'circle-stroke-color': colours['ink-2'],
          'circle-stroke-width': 1.2,
        },
      },
    },
    icon('transformers', 'transformers', 'transformer', is('element', 'distribution-transformer'), 12.5),
    icon(
      'ring-main-units',
      'ringMainUnits',
      'ring-main-unit',
      is('element', 'ring-main-unit', 'switching-station'),
      11.5,
    ),
    icon('substations', undefined, 'substation', is('element', 'substation'), 0),
  ]
}

/** Where points stand above the map, names keep away: an invisible mark of their size, placed before every name. */
const keptFree: GroupedLayer = {
  layer: {
    id: 'kept-free',
    type: 'symbol',
    source: 'points',
    layout: { ...text, 'text-size': 22, 'text-field': '口', 'text-allow-overlap': true },
    paint: { 'text-opacity': 0 },
  } as LayerSpecification,
}

function labelLayers(colours: MapColours): readonly GroupedLayer[] {
  const halo = { 'text-color': colours.ink, 'text-halo-color': colours.paper, 'text-halo-width': 1.6 }
  const names = (id: string, elements: string[], minzoom: number): GroupedLayer => ({
    group: 'labels',
    layer: {
      id,
      type: 'symbol',
      source: 'network',
      minzoom,
      filter: is('element', ...elements),
      layout: {
        ...text,
        'text-size': 11,
        'text-field': ['get', 'name'],
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'text-optional': true,
      },
      paint: { ...halo, 'text-color': colours['ink-2'] },
    } as LayerSpecification,
  })
  const boxed = (
    id: string,
    source: SourceName,
    image: unknown,
    field: string,
    filter: Expression,
    color: unknown,
  ): GroupedLayer => ({
    group: 'labels',
    layer: {
      id,
      type: 'symbol',
      source,
      filter: filter as never,
      layout: {
        ...text,
        'text-field': ['get', field],
        'icon-image': image,
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [2, 6, 2, 6],
        'text-max-width': 20,
        ...(source === 'labels' && {
          'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
          'text-radial-offset': 1.6,
        }),
        ...(source === 'network' && {
          'text-anchor': 'bottom',
          'text-offset': [0, -1.6],
          'text-allow-overlap': true,
          'icon-allow-overlap': true,
        }),
      },
      paint: { 'text-color': color },
    } as LayerSpecification,
  })
  const bandBox = ['concat', 'box-', ['get', 'band']]
  return [
    names('pole-names', ['pole', 'joint'], 16),
    names('transformer-names', ['distribution-transformer'], 15),
    names('ring-main-unit-names', ['ring-main-unit', 'switching-station'], 14),
    boxed('feeder-names', 'labels', bandBox, 'label', ['has', 'label'], bandColour(colours)),
    boxed('substation-names', 'network', 'box-station', 'name', is('element', 'substation'), colours.ink),
    keptFree,
  ]
}

function measureLayers(colours: MapColours): readonly GroupedLayer[] {
  return [
    {
      layer: {
        id: 'measure-line',
        type: 'line',
        source: 'measure',
        filter: ['==', ['geometry-type'], 'LineString'],
        layout: round,
        paint: { 'line-color': colours.info, 'line-width': 2.5, 'line-dasharray': [2, 1.4] },
      },
    },
    {
      layer: {
        id: 'measure-points',
        type: 'circle',
        source: 'measure',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 4,
          'circle-color': colours.paper,
          'circle-stroke-color': colours.info,
          'circle-stroke-width': 2,
        },
      },
    },
  ]
}

/** What a click can find, the smallest first. */
export const pickable = [
  'substations',
  'ring-main-units',
  'transformers',
  'poles',
  'ties',
  'feeder-names',
  'sections',
] as const
