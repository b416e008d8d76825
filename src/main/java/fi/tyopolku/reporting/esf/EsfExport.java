package fi.tyopolku.reporting.esf;

import static fi.tyopolku.reporting.esf.Participation.answer;

import fi.tyopolku.clients.Client;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource.Question;
import fi.tyopolku.reporting.ReportTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The participants of ESF+ projects with the data of Decree 757/2021 56 §, person by person. The only file with personal
 * data among the reports: it is no {@link fi.tyopolku.reporting.ReportSource}, so that no page can show it as a table,
 * and each one made is logged at every case in it.
 */
@Service
public class EsfExport {

    public static final String CODE = "esf-participants";
    /** What the log of looks calls it. */
    public static final String LOGGED_AS = "ESF_EXPORT";

    private final Participations participations;
    private final Participant.Known known;
    private final AccessLog log;

    EsfExport(Participations participations, Participant.Known known, AccessLog log) {
        this.participations = participations;
        this.known = known;
        this.log = log;
    }

    /** @param userId of the manager who takes the file; the log and the file come together or not at all */
    @Transactional
    public Report forManager(Question question, String userId) {
        Participations.Found found = participations.of(question.municipality(), question.from(), question.to());
        found.here().stream().map(Participation::caseId).distinct().forEach(caseId -> log.looked(userId, caseId, LOGGED_AS));
        ReportTexts texts = ReportTexts.of(question);
        List<String> notes = new ArrayList<>();
        for (String note : List.of("secret", "participants", "words", "fourWeeks", "sixMonths", "notCollected", "eura", "logged")) {
            notes.add(texts.text("esf.note." + note));
        }
        if (found.movedAway() > 0) {
            notes.add(texts.text("esf.note.movedAway", found.movedAway()));
        }
        return new Report(CODE, columns(texts), found.here().stream().map(known::of).map(each -> row(each, texts)).toList(),
                null, notes);
    }

    private static List<Report.Column> columns(ReportTexts texts) {
        List<Report.Column> columns = new ArrayList<>();
        for (String field : List.of("project", "caseId", "identityCode", "familyName", "givenName", "sex")) {
            columns.add(column(field, Kind.TEXT, texts));
        }
        columns.add(column("ageAtStart", Kind.NUMBER, texts));
        for (String field : List.of("nonDisclosure", "email", "phone", "homeMunicipality")) {
            columns.add(column(field, Kind.TEXT, texts));
        }
        columns.add(column("startedOn", Kind.DATE, texts));
        columns.add(column("identityVerifiedOn", Kind.DATE, texts));
        for (String field : List.of("labourMarketStatus", "highestEducation", "startNotice")) {
            columns.add(column(field, Kind.TEXT, texts));
        }
        columns.add(column("endedOn", Kind.DATE, texts));
        for (String field : List.of("statusOnExit", "qualificationGained", "qualification", "exitNotice", "outcome")) {
            columns.add(column(field, Kind.TEXT, texts));
        }
        columns.add(column("outcomeOn", Kind.DATE, texts));
        return columns;
    }

    private static Report.Column column(String field, Kind kind, ReportTexts texts) {
        return new Report.Column(texts.text("esf.field." + field), kind);
    }

    private static List<Object> row(Participant each, ReportTexts texts) {
        Participation participation = each.participation();
        Client client = each.client();
        boolean contacts = each.mayShowContacts();
        return Arrays.asList(participation.project().name(), participation.caseId(), client.identityCode().value(),
                client.familyName(), client.givenName(), value("sex", each.sex(), texts), each.ageAtStart(),
                texts.yesOrNo(yes(each.nonDisclosure())), contacts ? client.email() : null, contacts ? client.phone() : null,
                contacts ? client.homeMunicipality() : null, participation.startedOn(),
                date(answer(participation.start(), "identityVerifiedOn")),
                value("labourMarketStatus", each.labourMarketStatus(), texts),
                value("highestEducation", each.education(), texts),
                value("notice", answer(participation.start(), "startNotice"), texts), participation.endedOn(),
                value("statusOnExit", answer(participation.exit(), "statusOnExit"), texts),
                texts.yesOrNo(yes(each.qualificationGained())), answer(participation.exit(), "qualification"),
                value("notice", answer(participation.exit(), "exitNotice"), texts),
                each.outcome() == null ? null : texts.ofCode("esf.value.outcome.", each.outcome()), each.outcomeOn());
    }

    private static String value(String field, String code, ReportTexts texts) {
        return code == null ? null : texts.text("esf.value." + field + "." + code);
    }

    private static Boolean yes(String answer) {
        return answer == null ? null : answer.equals("YES");
    }

    private static LocalDate date(String answer) {
        return answer == null ? null : LocalDate.parse(answer);
    }
}
