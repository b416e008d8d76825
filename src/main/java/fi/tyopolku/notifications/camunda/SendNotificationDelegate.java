package fi.tyopolku.notifications.camunda;

import fi.tyopolku.notifications.CalendarEntry;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Sends a mail from a service task with {@code asyncBefore}. Input parameters: {@code template}, {@code recipient} (a
 * name of {@link Recipient}), optional {@code key}. What else the template mentions is taken from the variables of the
 * same name, most simply further input parameters. The case is the business key.
 *
 * <p>With {@code calendar}, the name of a series such as {@code WORK_TRIAL}, the mail carries a calendar entry from
 * {@code startsOn} to {@code endsOn} at {@code place}; with {@code calendarEnds} = {@code true} today becomes the last day
 * of the entry, with {@code calendarCancels} = {@code true} it goes, of the series {@code ALL} every one of the case. With
 * {@code onlyIfExpecting} = {@code true} the mail is sent only to a reader who still has such an entry before them.
 *
 * <p>Without {@code key}, the id of the job that runs the task tells one pass through the task from the next: the job
 * stays the same while it is retried, and each pass of a loop makes a new one. The activity instance id would not do:
 * the engine makes it after the asynchronous start, inside the transaction that a failure rolls back, so every retry
 * has another. The execution id would not do either: it is the same in each pass of a loop.
 */
@Component("sendNotification")
class SendNotificationDelegate implements JavaDelegate {

    private final Notifications notifications;

    SendNotificationDelegate(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String template = required(execution, "template");
        Notification mail = new Notification(execution.getProcessBusinessKey(), template,
                Recipient.valueOf(required(execution, "recipient")), key(execution), details(execution, template), calendar(execution));
        if (!isTrue(execution, "onlyIfExpecting") || notifications.isExpecting(mail)) {
            notifications.send(mail);
        }
    }

    private static CalendarEntry calendar(DelegateExecution execution) {
        String series = text(execution.getVariableLocal("calendar"));
        if (series == null) {
            return null;
        }
        if (isTrue(execution, "calendarCancels")) {
            return CalendarEntry.cancelling(series);
        }
        if (isTrue(execution, "calendarEnds")) {
            return CalendarEntry.ending(series);
        }
        String startsOn = text(execution.getVariable("startsOn"));
        return startsOn == null ? null : new CalendarEntry(series, LocalDate.parse(startsOn), null,
                day(execution.getVariable("endsOn")), text(execution.getVariable("place")));
    }

    private static boolean isTrue(DelegateExecution execution, String parameter) {
        return "true".equals(text(execution.getVariableLocal(parameter)));
    }

    private static LocalDate day(Object value) {
        return text(value) == null ? null : LocalDate.parse(text(value));
    }

    private static String text(Object value) {
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private Map<String, Object> details(DelegateExecution execution, String template) {
        Map<String, Object> details = new HashMap<>();
        Stream.concat(notifications.detailsOf(template).stream(), Stream.of("userId"))
                .filter(execution::hasVariable)
                .forEach(name -> details.put(name, execution.getVariable(name)));
        details.put("municipality", execution.getTenantId());
        return details;
    }

    private static String key(DelegateExecution execution) {
        Object given = execution.getVariableLocal("key");
        return given == null ? jobId(execution) : given.toString();
    }

    /** A task with input parameters is a scope: its job waits at the parent of the execution that runs it. */
    private static String jobId(DelegateExecution execution) {
        List<String> executions = Stream.of(execution.getId(), execution.getParentId()).filter(Objects::nonNull).toList();
        return execution.getProcessEngineServices().getManagementService().createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(execution.getCurrentActivityId())
                .list().stream()
                .filter(job -> executions.contains(job.getExecutionId()))
                .map(Job::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The task " + execution.getCurrentActivityId()
                        + " sends mail: it needs camunda:asyncBefore (in a multi-instance task on the loop) or a key"));
    }

    private static String required(DelegateExecution execution, String parameter) {
        Object value = execution.getVariableLocal(parameter);
        if (value == null) {
            throw new IllegalStateException("The task " + execution.getCurrentActivityId()
                    + " needs the input parameter '" + parameter + "'");
        }
        return value.toString();
    }
}
