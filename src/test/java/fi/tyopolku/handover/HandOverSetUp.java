package fi.tyopolku.handover;

import static fi.tyopolku.testing.SampleForms.referral;
import static fi.tyopolku.testing.SampleForms.with;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;

/** Clients with coaches, and hand-overs of them, as their people ask for them. */
final class HandOverSetUp {

    private final PathDriver path;
    private final BusinessClock clock;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;

    HandOverSetUp(PathDriver path, BusinessClock clock, IdentityService identity, RepositoryService repository, FormService forms) {
        this.path = path;
        this.clock = clock;
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
    }

    /** A client of {@code coach} who is to be surveyed. */
    String client(String email, String language) {
        Map<String, Object> referral = with(with(referral(IdentityCodes.next()), "referral", "email", email),
                "referral", "language", language);
        String caseId = path.start("coach", "clientPath", referral);
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of("note", "Call first.")));
        return caseId;
    }

    String client() {
        return client("client@example.fi", "fi");
    }

    List<String> clients(int count) {
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(client());
        }
        return clients;
    }

    /** A coach of Kemijärvi whom no other test knows. */
    String newCoach(String userId) {
        if (identity.createUserQuery().userId(userId).count() == 0) {
            User user = identity.newUser(userId);
            user.setFirstName("Vilma");
            user.setLastName("Vara");
            user.setEmail(userId + "@example.org");
            user.setPassword(DemoPassword.VALUE);
            identity.saveUser(user);
            identity.createMembership(userId, "coach");
            identity.createTenantUserMembership(PathDriver.KEMIJARVI, userId);
            identity.setUserInfo(userId, "language", "sv");
        }
        return userId;
    }

    Map<String, Object> forGood(String from, String to, List<String> caseIds) {
        Map<String, Object> form = new HashMap<>();
        form.put("fromCoach", from);
        form.put("handOverKind", "FOR_GOOD");
        form.put("newCoach", to);
        form.put("whichCases", caseIds.isEmpty() ? "ALL" : "CHOSEN");
        if (!caseIds.isEmpty()) {
            form.put("chosenCases", caseIds);
        }
        form.put("handOver", Map.of("why", "New areas."));
        return form;
    }

    Map<String, Object> away(String from, String to, int firstInDays, int lastInDays, List<String> caseIds) {
        Map<String, Object> form = forGood(from, to, caseIds);
        form.put("handOverKind", "TEMPORARY");
        form.put("absenceFrom", clock.today().plusDays(firstInDays).toString());
        form.put("absenceTo", clock.today().plusDays(lastInDays).toString());
        return form;
    }

    /** Asks for the hand-over and lets everything happen that happens now. @return its id */
    String handOver(String user, Map<String, Object> form, List<String> caseIds) {
        String id = path.start(user, "handOver", form);
        settle(id, caseIds);
        return id;
    }

    /** Submits the form without running what follows, as a person the driver does not know. */
    void submitAs(String user, String group, String municipality, String process, Map<String, Object> form) {
        identity.setAuthentication(user, List.of(group), List.of(municipality));
        try {
            forms.submitStartForm(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                    .singleResult().getId(), form);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Other tests share the database. */
    void endAbsences(HandOvers handOvers) {
        handOvers.temporary(PathDriver.KEMIJARVI).forEach(running -> {
            List<String> caseIds = handOvers.casesOf(running.id());
            path.start("manager", "endHandOver", Map.of("handOverId", running.id()));
            settle(running.id(), caseIds);
        });
    }

    void settle(String id, List<String> caseIds) {
        path.runJobs(id);
        caseIds.forEach(path::runJobs);
        path.runJobs(id);
    }

    void fire(String id, String timer, List<String> caseIds) {
        path.fireTimer(id, timer);
        settle(id, caseIds);
    }
}
