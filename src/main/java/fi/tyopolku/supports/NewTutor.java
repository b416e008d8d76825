package fi.tyopolku.supports;

import java.util.Set;

/**
 * What the register keeps of a tutor.
 *
 * @param id of the process that keeps the entry
 * @param language of mail to the tutor: fi, sv or en
 * @param languages ISO 639 codes of what the tutor speaks
 * @param places how many people the tutor has time for
 */
record NewTutor(String id, String municipality, Tutor.Kind kind, String name, String email, String language,
        Set<String> languages, String occupation, String availability, int places) {
}
