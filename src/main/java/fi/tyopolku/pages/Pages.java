package fi.tyopolku.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Writes our own pages. A template is {@code pages/<name>.mustache}; texts in it are written as
 * <code>{{#t}}module.key{{/t}}</code> and come from {@code messages/<module>_{fi,sv,en}.properties}. The page's title has
 * the key {@code <module>.page.<name>}.
 */
@Component
public class Pages {

    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final List<MenuEntry> menu;

    Pages(List<MenuEntry> menu) {
        this.menu = menu.stream().sorted(Comparator.comparingInt(MenuEntry::place)).toList();
    }

    /**
     * A page for somebody who is logged in.
     *
     * @param titleKey the message that is the page's title and first heading
     * @param model what the template shows; values that people wrote are escaped
     */
    public String page(String template, String titleKey, StaffMember person, Locale browser, Map<String, ?> model) {
        Locale locale = Texts.supported(browser);
        Map<String, Object> frame = withTexts(locale, Map.of());
        frame.put("language", locale.getLanguage());
        frame.put("title", model.containsKey("title") ? model.get("title") : Texts.in(locale, titleKey));
        frame.put("person", person == null ? "" : person.name());
        frame.put("isLoggedIn", person != null);
        frame.put("menu", person == null ? List.of() : menuOf(person)
                .map(entry -> Map.of("href", entry.href(), "name", Texts.in(locale, entry.nameKey()),
                        "isHere", entry.nameKey().equals(titleKey))).toList());
        frame.put("content", template(template).execute(withTexts(locale, model)));
        return template("frame").execute(frame);
    }

    /** The lines of a person's menu, in their order. */
    Stream<MenuEntry> menuOf(StaffMember person) {
        return menu.stream().filter(entry -> entry.isFor(person.groups()));
    }

    /** A template in the middle of the frame, without the frame: for parts of pages. */
    public String part(String template, Locale browser, Map<String, ?> model) {
        return template(template).execute(withTexts(Texts.supported(browser), model));
    }

    private static Map<String, Object> withTexts(Locale locale, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("t", (Mustache.Lambda) (fragment, out) -> out.write(Texts.in(locale, fragment.execute().strip())));
        return all;
    }

    private Template template(String name) {
        return templates.computeIfAbsent(name, unread -> {
            try {
                return Mustache.compiler().emptyStringIsFalse(true).zeroIsFalse(false).compile(
                        new ClassPathResource("pages/" + unread + ".mustache").getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
