package fi.tyopolku.notifications;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reads {@code mail/<language>/<template>.mustache}: the first line is the subject, the rest the text. A variable
 * outside a section must be given. A section {@code outcome_GRANTED} is shown when the detail {@code outcome} is
 * {@code GRANTED}; {@code outcome_OTHER} when the template names no section for its value.
 */
@Component
class MailTemplates {

    static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final String OTHER = "OTHER";
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(Template subject, Template body, Set<String> names) {
    }

    /** @throws IllegalArgumentException when a variable is missing or no wording fits a code; names it, not its value */
    MailText render(String template, String language, Map<String, Object> details) {
        Parsed found = parsed(template, language);
        Map<String, Object> values = values(template, found.names(), language, details);
        try {
            return new MailText(found.subject().execute(values).strip(), found.body().execute(values));
        } catch (MustacheException.Context e) {
            throw new IllegalArgumentException("Mail template '" + template + "' needs the detail '" + e.key + "'");
        }
    }

    /** Templates {@code reminder-*}: they stop with the case, and a digest leaves them out. */
    static boolean isReminder(String template) {
        return template.startsWith("reminder-");
    }

    /** The subject as it is without any detail; the name itself when there is no such template any more. */
    String titleOf(String template, String language) {
        try {
            return parsed(template, language).subject().execute(Map.of()).strip();
        } catch (IllegalArgumentException | MustacheException e) {
            return template;
        }
    }

    /** The names of all details that a template mentions, in any language. */
    Set<String> detailsOf(String template) {
        Set<String> details = new TreeSet<>();
        for (String language : LANGUAGES) {
            parsed(template, language).names().forEach(name -> details.add(beforeCode(name)));
        }
        return details;
    }

    private static Map<String, Object> values(String template, Set<String> names, String language,
            Map<String, Object> details) {
        Map<String, Object> values = new HashMap<>();
        details.forEach((name, value) -> values.put(name, written(value, language)));
        Map<String, Boolean> chosen = new HashMap<>();
        for (String name : names) {
            String detail = beforeCode(name);
            if (!detail.equals(name)) {
                boolean fits = name.equals(detail + '_' + details.get(detail));
                values.put(name, fits);
                chosen.merge(detail, fits, Boolean::logicalOr);
            }
        }
        chosen.forEach((detail, any) -> {
            String other = detail + '_' + OTHER;
            if (!any && !names.contains(other)) {
                throw new IllegalArgumentException(
                        "Mail template '" + template + "' has no wording for the given '" + detail + "'");
            }
            values.put(other, !any);
        });
        return values;
    }

    private static String beforeCode(String name) {
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    private static Object written(Object value, String language) {
        if (value instanceof LocalDate date) {
            return written(date, language);
        }
        if (value instanceof Date date) {
            return written(date.toInstant().atZone(HELSINKI).toLocalDate(), language);
        }
        if (value instanceof String text && ISO_DATE.matcher(text).matches()) {
            return written(LocalDate.parse(text), language);
        }
        return value;
    }

    private static String written(LocalDate date, String language) {
        String pattern = "en".equals(language) ? "d MMMM uuuu" : "d.M.uuuu";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)).format(date);
    }

    private Parsed parsed(String template, String language) {
        if (!NAME.matcher(template).matches()) {
            throw new IllegalArgumentException("Not the name of a mail template");
        }
        return parsed.computeIfAbsent(language + '/' + template, path -> parse(path, language));
    }

    private static Parsed parse(String path, String language) {
        Mustache.Compiler compiler = Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(read(language + '/' + part)));
        String[] subjectAndBody = read(path).split("\n", 2);
        Template subject = compiler.compile(subjectAndBody[0]);
        Template body = compiler.compile(subjectAndBody[1]);
        Set<String> names = new TreeSet<>();
        subject.visit(new NameCollector(names));
        body.visit(new NameCollector(names));
        return new Parsed(subject, body, names);
    }

    private static String read(String path) {
        ClassPathResource file = new ClassPathResource("mail/" + path + ".mustache");
        if (!file.exists()) {
            throw new IllegalArgumentException("There is no mail template " + path);
        }
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record NameCollector(Set<String> names) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return true;
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
