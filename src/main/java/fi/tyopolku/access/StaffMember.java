package fi.tyopolku.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A person who works with cases.
 *
 * @param email null when none is known
 * @param language {@code fi}, {@code sv} or {@code en}
 * @param groups ids such as {@code coach}
 * @param municipalities ids such as {@code kemijarvi}; nearly always one
 */
public record StaffMember(String userId, String name, String email, String language, Set<String> groups,
        Set<String> municipalities) {

    public StaffMember {
        groups = Set.copyOf(groups);
        municipalities = Set.copyOf(municipalities);
    }

    /** The municipality, when it is exactly one. */
    public Optional<String> municipality() {
        return municipalities.size() == 1 ? municipalities.stream().findFirst() : Optional.empty();
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
