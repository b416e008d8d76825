package fi.tyopolku.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;

/**
 * One line of an agenda, kept as a key and its values so that each reader sees it in their own language.
 *
 * @param topic code, such as {@code MONEY}; its name is the text {@code meetings.topic.<topic>}
 * @param text key of the sentence
 * @param values what the sentence mentions: numbers, dates (ISO, shown in the Finnish way) and case ids, never a name of a
 *     client. A value that begins with {@code @} is itself a key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgendaItem(String topic, String text, List<String> values) {

    public static AgendaItem of(String topic, String text, Object... values) {
        return new AgendaItem(topic, text, Arrays.stream(values).map(String::valueOf).toList());
    }
}
