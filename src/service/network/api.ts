import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['network']
const get = (path: `/${string}`, summary: string) => oc.route({ method: 'GET', path, tags, summary })
const post = (path: `/${string}`, summary: string) => oc.route({ method: 'POST', path, tags, summary })
/** Views are made by pure code whose types the web imports; the description says what they hold. */
const View = (description: string) => z.looseObject({}).describe(description)
const FileName = z.string().trim().min(1).max(200)

export const networkContract = {
  versions: get('/network/versions', 'Imported networks, oldest first').output(
    z.object({ versions: z.array(View('network version')), limit: View('ImportLimit') }),
  ),
  import: post('/network/versions', 'Import a network: whole, or not at all with every fault by row and field')
    .input(
      z.object({
        file: FileName.describe('name of the file; faults begin with it'),
        contentBase64: z
          .base64()
          .min(4)
          .describe(
            'CSV bundle with [sheet] lines, GeoJSON, a pandapower net with coordinates, CIM RDF/XML or a MATPOWER case; packed with gzip or not',
          ),
        effectiveFrom: z.iso.date().describe('first day on which it counts'),
      }),
    )
    .output(View('network version')),
  template: get('/network/template', 'A network file to begin with').output(z.file()),
  map: get('/network/map', 'The network in force as GeoJSON, without private data').output(View('NetworkMap')),
  openCapacity: get('/network/open-capacity', 'Open capacity by feeder and transformer, promises counted').output(
    View('OpenCapacityReport'),
  ),
  ground: get('/network/ground', 'Roads, water, railways and buildings as GeoJSON').output(View('TerrainMap')),
  groundVersions: get('/network/ground/versions', 'Imported grounds, oldest first').output(
    z.object({ versions: z.array(View('terrain version')), limit: View('ImportLimit') }),
  ),
  importGround: post('/network/ground', 'Import the ground: GeoJSON or an OpenStreetMap extract')
    .input(z.object({ file: FileName, contentBase64: z.base64().min(4).describe('packed with gzip or not') }))
    .output(View('terrain version')),
  published: get('/open-capacity', 'Open capacity for everybody, without private data').output(
    View('PublishedOpenCapacity'),
  ),
}
