import { PhotoFields } from '@/components/people/photo-fields'
import { memberPhotoPath } from '@/lib/domain/photo'
import { placePhoto, removePhoto } from '../../../photo-actions'
import type { PartFormProps } from './part-form'

/** The photo of a family member: another one, or none any more. */
export function PhotoForm({ desk: { member }, hidden }: PartFormProps) {
  return (
    <PhotoFields
      name={member.firstNames}
      src={memberPhotoPath(hidden.dossier ?? '', member.id, member.photoId)}
      place={placePhoto}
      remove={removePhoto}
      hidden={hidden}
    >
      Wie de gegevens of het adres van {member.firstNames} niet mag zien, ziet ook de foto niet.
    </PhotoFields>
  )
}
