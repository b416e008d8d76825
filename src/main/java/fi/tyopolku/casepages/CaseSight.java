package fi.tyopolku.casepages;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.Sight.Part;
import fi.tyopolku.clients.CaseFile;
import fi.tyopolku.clients.CaseFiles;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.ReadableDocuments;
import fi.tyopolku.network.TrainingGroups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who sees which case, and what of it. A person sees a case of the own municipality for a reason that lasts as
 * long as the work with it: being its coach, teaching its group, having its support or funding in hand. A manager sees
 * every case but no document. After the case only its coach and managers see it, until its retention ends.
 */
@Component
@Transactional(readOnly = true)
public class CaseSight {

    private static final String COACH = "coach";
    private static final String TRAINER = "trainer";
    private static final String MANAGER = "manager";
    private static final String ADVISOR = "service-advisor";
    private static final Predicate<String> ALL = any -> true;
    private static final Predicate<String> NONE = any -> false;

    /** What those see who have a task in the case, by group. */
    private static final Map<String, Set<Part>> BY_TASK = Map.of(
            ADVISOR, Set.of(Part.NAME, Part.CONTACT, Part.DOCUMENTS),
            "employer-liaison", Set.of(Part.NAME, Part.DAYS, Part.DOCUMENTS),
            "funding-officer", Set.of(Part.NAME, Part.FUNDING, Part.FUNDING_DECISIONS, Part.DOCUMENTS));
    private static final Set<Part> AS_COACH = Set.of(Part.NAME, Part.CONTACT, Part.PATH, Part.DAYS, Part.SERVICES,
            Part.FUNDING, Part.DOCUMENTS, Part.MESSAGES, Part.DECISIONS, Part.LOOKS);
    private static final Set<Part> AS_MANAGER = Set.of(Part.NAME, Part.CONTACT, Part.PATH, Part.DAYS, Part.SERVICES,
            Part.FUNDING, Part.MESSAGES, Part.DECISIONS, Part.LOOKS);
    /** A coach with a task in a colleague's case, such as coaching at the workplace. */
    private static final Set<Part> AS_HELPING_COACH = Set.of(Part.NAME, Part.CONTACT, Part.PATH, Part.DAYS, Part.SERVICES);
    private static final Set<Part> AS_TRAINER = Set.of(Part.DAYS, Part.DOCUMENTS);

    private final CaseRegister cases;
    private final CaseFiles files;
    private final TrainingGroups groups;
    private final PathWork work;
    private final ReadableDocuments documents;
    private final RightsFile rights;
    private final ModelWords words;
    private final Clock clock;

    CaseSight(CaseRegister cases, CaseFiles files, TrainingGroups groups, PathWork work, ReadableDocuments documents, RightsFile rights,
            ModelWords words, Clock clock) {
        this.cases = cases;
        this.files = files;
        this.groups = groups;
        this.work = work;
        this.documents = documents;
        this.rights = rights;
        this.words = words;
        this.clock = clock;
    }

    /** Whether the person sees anything of the case. False alike for an unknown case and for another municipality's. */
    public boolean sees(StaffMember person, String caseId) {
        return seen(person, caseId).isPresent();
    }

    /** A case with what the person sees of it. */
    record Seen(CaseFile file, Sight sight) {
    }

    Optional<Seen> seen(StaffMember person, String caseId) {
        if (!CaseIds.isCaseId(caseId)) {
            return Optional.empty();
        }
        return files.find(caseId).filter(file -> person.municipalities().contains(file.clientCase().municipality()))
                .flatMap(file -> sight(person, file.clientCase(), new Reach(person)).map(sight -> new Seen(file, sight)));
    }

    /** The open cases that the person sees. Its number of queries does not depend on how many they are. */
    List<Seen> open(StaffMember person) {
        Reach reach = new Reach(person);
        Map<String, CaseFile> found = new TreeMap<>();
        if (person.isIn(MANAGER)) {
            files.openIn(person.municipalities()).forEach(file -> found.put(file.caseId(), file));
        }
        if (person.isIn(COACH)) {
            files.openOfCoach(person.userId()).forEach(file -> found.put(file.caseId(), file));
        }
        Set<String> others = new HashSet<>(person.isIn(TRAINER) ? reach.taught() : Set.of());
        BY_TASK.keySet().stream().filter(person::isIn).forEach(group -> others.addAll(reach.cases(group)));
        if (person.isIn(COACH)) {
            others.addAll(reach.cases(PathWork.NO_GROUP));
        }
        others.removeAll(found.keySet());
        files.openAmong(others).forEach(file -> found.put(file.caseId(), file));
        List<Seen> seen = new ArrayList<>();
        found.values().stream().filter(file -> person.municipalities().contains(file.clientCase().municipality()))
                .forEach(file -> sight(person, file.clientCase(), reach).ifPresent(sight -> seen.add(new Seen(file, sight))));
        return seen;
    }

    private Optional<Sight> sight(StaffMember person, ClientCase found, Reach reach) {
        List<Sight> sights = new ArrayList<>();
        boolean isClosed = found.status() == CaseStatus.CLOSED;
        if (isClosed && (found.retentionEnds() == null || found.retentionEnds().isBefore(LocalDate.now(clock)))) {
            return Optional.empty();
        }
        if (person.isIn(COACH)) {
            if (isCoach(person, found)) {
                sights.add(new Sight(AS_COACH, readable(COACH), ofGroup(COACH)));
            } else if (!isClosed && !reach.processes(PathWork.NO_GROUP, found.caseId()).isEmpty()) {
                sights.add(new Sight(AS_HELPING_COACH, NONE, ofGroup(COACH)));
            }
        }
        if (person.isIn(MANAGER)) {
            sights.add(new Sight(AS_MANAGER, NONE, ALL));
        }
        if (!isClosed && person.isIn(TRAINER) && reach.taught().contains(found.caseId())) {
            sights.add(new Sight(AS_TRAINER, readable(TRAINER), ofGroup(TRAINER)));
        }
        BY_TASK.forEach((group, parts) -> {
            Set<String> processes = person.isIn(group) && !isClosed ? reach.processes(group, found.caseId()) : Set.of();
            if (!processes.isEmpty()) {
                sights.add(new Sight(parts, kindsFor(group, processes), ofGroup(group)));
            }
        });
        return sights.stream().reduce(Sight::and);
    }

    /**
     * Also whoever stands in for the coach, and the coach who is away meanwhile; while nobody is the coach, every coach of
     * the municipality.
     */
    private boolean isCoach(StaffMember person, ClientCase found) {
        return cases.isCoachOf(person.userId(), found.caseId()) || found.coach() == null && found.status() == CaseStatus.REFERRED;
    }

    private Predicate<String> ofGroup(String group) {
        return process -> rights.mayWorkOn(process, Set.of(group));
    }

    private Predicate<String> readable(String group) {
        return kind -> documents.mayRead(kind, Set.of(group));
    }

    /** An advisor of one support does not read the documents of another. */
    private Predicate<String> kindsFor(String group, Set<String> processes) {
        Predicate<String> readable = readable(group);
        return group.equals(ADVISOR) ? readable.and(kind -> words.isOfBundles(kind, words.bundlesOf(processes))) : readable;
    }

    /** What ties the person to cases, asked for once and only when it matters. */
    private final class Reach {

        private final StaffMember person;
        private final Map<String, Map<String, Set<String>>> byGroup = new HashMap<>();
        private Set<String> taught;

        Reach(StaffMember person) {
            this.person = person;
        }

        Set<String> taught() {
            if (taught == null) {
                taught = groups.casesTaughtBy(person.userId());
            }
            return taught;
        }

        Set<String> processes(String group, String caseId) {
            return reached(group).getOrDefault(caseId, Set.of());
        }

        Set<String> cases(String group) {
            return reached(group).keySet();
        }

        private Map<String, Set<String>> reached(String group) {
            return byGroup.computeIfAbsent(group, each -> work.inReach(person.userId(), each, person.municipalities()));
        }
    }
}
