package fi.tyopolku.studysupport;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Guidance material as people read it: in forms with a mark on what nobody has reviewed in time, in mail without it.
 * Other modules offer {@link #forForm} under a name of their own.
 */
@Component
public class MaterialTexts {

    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]<>()#|]");

    private final GuidanceMaterials materials;
    private final Clock clock;

    MaterialTexts(GuidanceMaterials materials, Clock clock) {
        this.materials = materials;
        this.clock = clock;
    }

    /**
     * @param profile code of the client's profile; null shows what is for anybody
     * @return a list of links in markdown, null where there are none
     */
    public String forForm(String municipality, Collection<MaterialKind> kinds, String profile, Locale locale) {
        String lines = materials.of(municipality, kinds).stream().filter(material -> material.isFor(profile))
                .map(material -> line(material, locale)).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    /** Plain lines with addresses, only of what was reviewed in time; empty where there are none. */
    String forMail(String municipality, Collection<MaterialKind> kinds, Locale locale) {
        return reviewed(municipality, kinds).stream()
                .map(material -> "- " + material.title(locale) + credits(material, locale) + ": " + material.address())
                .collect(Collectors.joining("\n"));
    }

    List<GuidanceMaterial> reviewed(String municipality, Collection<MaterialKind> kinds) {
        LocalDate today = LocalDate.now(clock);
        return materials.of(municipality, kinds).stream().filter(material -> material.isReviewed(today)).toList();
    }

    /** The title and, for a course, its credits. */
    String name(GuidanceMaterial material, Locale locale) {
        return material.title(locale) + credits(material, locale);
    }

    private String line(GuidanceMaterial material, Locale locale) {
        String title = MARKDOWN.matcher(material.title(locale)).replaceAll("\\\\$0");
        String address = material.address().replace("(", "%28").replace(")", "%29");
        return "- [" + title + "](" + address + ")" + credits(material, locale) + " – " + standing(material, locale);
    }

    private String standing(GuidanceMaterial material, Locale locale) {
        if (material.fault() != null) {
            return Texts.in(locale, "studysupport.material.faulty");
        }
        String key = material.isReviewed(LocalDate.now(clock)) ? "studysupport.material.reviewBy" : "studysupport.material.overdue";
        return Texts.in(locale, key, Dates.shown(material.reviewOn()));
    }

    private static String credits(GuidanceMaterial material, Locale locale) {
        return material.credits() == null ? "" : " (" + Texts.in(locale, "studysupport.material.credits", material.credits()) + ")";
    }
}
