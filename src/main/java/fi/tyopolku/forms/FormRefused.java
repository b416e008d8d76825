package fi.tyopolku.forms;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A submission that the guard does not let through, with every fault found in it. */
public class FormRefused extends Refusal {

    private final transient List<Fault> faults;

    public FormRefused(List<Fault> faults) {
        super("forms.refused", faults.stream().map(Fault::field).collect(Collectors.joining(",")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public String in(Locale locale) {
        return faults.stream().map(fault -> fault.in(locale)).collect(Collectors.joining(" "));
    }

    @Override
    public Map<String, String> fieldsIn(Locale locale) {
        Map<String, String> fields = new LinkedHashMap<>();
        faults.forEach(fault -> fields.putIfAbsent(fault.field(), fault.in(locale)));
        return fields;
    }

    /**
     * @param field the field's key
     * @param label the field's name as the person reads it
     * @param key of the sentence; its first argument is the label
     */
    public record Fault(String field, String label, String key, Object... arguments) {

        String in(Locale locale) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = label;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return Texts.in(locale, key, all);
        }
    }
}
