package fi.tyopolku.employers;

import java.util.Locale;

/** Names that are kept in three languages. */
final class Names {

    private Names() {
    }

    static String of(Locale locale, String finnish, String swedish, String english) {
        return switch (locale.getLanguage()) {
            case "fi" -> finnish;
            case "sv" -> swedish;
            default -> english;
        };
    }
}
