package fi.tyopolku.reporting.esf;

import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many take part in the projects with money of the European Union, by what ESF+ asks. Persons are never listed. */
@Component
@Order(70)
class EsfFiguresReport implements ReportSource {

    private static final String UNKNOWN = "UNKNOWN";

    private final Participations participations;
    private final Participant.Known known;
    private final Clock clock;

    EsfFiguresReport(Participations participations, Participant.Known known, Clock clock) {
        this.participations = participations;
        this.known = known;
        this.clock = clock;
    }

    /** A trait that splits the participants without rest. */
    private record Split(String name, List<String> values, Function<Participant, String> trait) {

        Map<String, Integer> counts(List<Participant> of) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            values.forEach(value -> counts.put(value, 0));
            counts.put(UNKNOWN, 0);
            of.forEach(each -> counts.merge(Objects.requireNonNullElse(trait.apply(each), UNKNOWN), 1, Integer::sum));
            return counts;
        }
    }

    private static final List<Split> AT_START = List.of(
            new Split("labourMarketStatus", List.of("UNEMPLOYED", "LONG_TERM_UNEMPLOYED", "INACTIVE", "EMPLOYED"),
                    Participant::labourMarketStatus),
            new Split("age", List.of("UNDER_18", "AGE_18_29", "AGE_30_54", "AGE_55_UP"), each -> ageGroup(each.ageAtStart())),
            new Split("highestEducation", List.of("ISCED_0_2", "ISCED_3_4", "ISCED_5_8"), Participant::education),
            new Split("sex", List.of(Participant.WOMAN, Participant.MAN), Participant::sex));
    private static final List<Split> AT_EXIT = List.of(
            new Split("statusOnExit", List.of("EMPLOYED", "EDUCATION", "JOB_SEARCH", "INACTIVE"), Participant::statusOnExit),
            new Split("qualificationGained", List.of("YES", "NO"), Participant::qualificationGained));

    @Override
    public String code() {
        return "esf";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        Participations.Found found = participations.of(question.municipality(), question.from(), question.to());
        Map<FundingProject, List<Participant>> byProject = found.here().stream().map(known::of).collect(Collectors.groupingBy(
                each -> each.participation().project(), LinkedHashMap::new, Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        byProject.forEach((project, participants) -> {
            rows.add(Arrays.asList(project.name(), texts.text("esf.figure.all"), texts.text("esf.figure.all"),
                    participants.size()));
            addRows(rows, project, AT_START, participants, texts);
            List<Participant> left = participants.stream()
                    .filter(each -> each.participation().hasEnded(LocalDate.now(clock))).toList();
            rows.add(Arrays.asList(project.name(), texts.text("esf.figure.left"), texts.text("esf.figure.left"), left.size()));
            addRows(rows, project, AT_EXIT, left, texts);
        });
        List<String> notes = new ArrayList<>(List.of(texts.text("esf.note.participants"), texts.text("esf.note.words"),
                texts.text("esf.note.small"), texts.text("esf.note.notCollected"), texts.text("esf.note.export")));
        if (found.movedAway() > 0) {
            notes.add(texts.text("esf.note.movedAway", found.movedAway()));
        }
        return new Report(code(),
                List.of(texts.column("project", Kind.TEXT), texts.column("trait", Kind.TEXT), texts.column("value", Kind.TEXT),
                        texts.column("people", Kind.NUMBER)),
                rows, null, notes);
    }

    private static void addRows(List<List<Object>> rows, FundingProject project, List<Split> splits, List<Participant> of,
            ReportTexts texts) {
        for (Split split : splits) {
            SmallGroups.shown(split.counts(of)).forEach((value, count) -> rows.add(Arrays.asList(project.name(),
                    texts.text("esf.field." + split.name()),
                    texts.text(value.equals(UNKNOWN) ? "esf.value.UNKNOWN" : "esf.value." + split.name() + "." + value), count)));
        }
    }

    private static String ageGroup(int age) {
        if (age < 18) {
            return "UNDER_18";
        }
        if (age < 30) {
            return "AGE_18_29";
        }
        return age < 55 ? "AGE_30_54" : "AGE_55_UP";
    }
}
