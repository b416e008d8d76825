package fi.tyopolku.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the sentence for a key in Finnish, Swedish or English. Each module keeps its own
 * {@code messages/<module>_{fi,sv,en}.properties}; English where the language is none of the three.
 */
public final class Texts {

    public static final Set<String> LANGUAGES = Set.of("fi", "sv", "en");

    private static final ResourceBundleMessageSource SOURCE = source();

    private Texts() {
    }

    public static String in(Locale locale, String key, Object... arguments) {
        return SOURCE.getMessage(key, arguments, key, supported(locale));
    }

    /** The locale itself when we speak its language, else English. */
    public static Locale supported(Locale locale) {
        return locale != null && LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH;
    }

    private static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(baseNames());
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private static String[] baseNames() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties");
            return Arrays.stream(files)
                    .map(file -> "messages/" + file.getFilename().replace("_en.properties", ""))
                    .collect(LinkedHashSet::new, Set::add, Set::addAll)
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
