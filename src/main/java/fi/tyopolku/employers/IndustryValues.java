package fi.tyopolku.employers;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The lists of industries and skills that forms of every module offer. */
@Component
class IndustryValues implements ShownValues {

    private final Industries industries;

    IndustryValues(Industries industries) {
        this.industries = industries;
    }

    @Override
    public Set<String> names() {
        return Set.of("industries", "skills");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return name.equals("industries")
                ? industries.all().stream().map(each -> option(each.name(locale), each.code())).toList()
                : skills(locale);
    }

    private List<Map<String, String>> skills(Locale locale) {
        Map<String, String> names = industries.all().stream()
                .collect(Collectors.toMap(Industry::code, each -> each.name(locale)));
        return industries.skills().stream()
                .map(each -> option(names.get(each.industry()) + ": " + each.name(locale), each.code())).toList();
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
