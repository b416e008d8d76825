package fi.tyopolku.casepages;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.PathWork.OpenTask;
import fi.tyopolku.casepages.PathWork.Running;
import fi.tyopolku.casepages.PathWork.Wait;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words for one page in one language. People's names are looked up once a page. */
final class CaseWords {

    private final Locale locale;
    private final Staff staff;
    private final RightsFile rights;
    private final Map<String, String> names = new HashMap<>();

    CaseWords(Locale browser, Staff staff, RightsFile rights) {
        this.locale = Texts.supported(browser);
        this.staff = staff;
        this.rights = rights;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return Texts.in(locale, "casepages." + key, arguments);
    }

    /** Name of a colleague; the id itself of somebody who has no account any more, and nothing for null. */
    String person(String userId) {
        if (userId == null) {
            return "";
        }
        return names.computeIfAbsent(userId, id -> id.equals("system") ? text("system")
                : staff.member(id).map(StaffMember::name).orElse(id));
    }

    String group(String group) {
        return Catalogues.in(locale, null, rights.groups().getOrDefault(group, group));
    }

    String municipality(String id) {
        return rights.municipalities().getOrDefault(id, id);
    }

    String process(String process, String name) {
        return Catalogues.in(locale, process, name);
    }

    String name(Running running) {
        return process(running.process(), running.name());
    }

    String name(OpenTask task) {
        return process(task.process(), task.name());
    }

    String name(Wait wait) {
        return process(wait.process(), wait.name());
    }

    /** Who has the task in hand, or the groups for whom it waits. */
    String holder(OpenTask task) {
        return task.assignee() != null ? person(task.assignee())
                : task.groups().stream().map(this::group).sorted().collect(Collectors.joining(", "));
    }

    String day(Instant instant) {
        return instant == null ? "" : Dates.shown(Dates.dayOf(instant));
    }
}
