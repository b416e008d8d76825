package fi.tyopolku.funding.plans;

import java.time.LocalDate;
import java.util.Set;

/**
 * One cost of a plan and the one funder that pays it.
 *
 * @param item such as {@code TRAINING}; where an appropriation pays, also its purpose
 * @param project null unless a project pays
 * @param hoursBy who supplies the hours of work that the line needs; null for nobody
 */
public record PlanLine(String id, String planId, int number, String item, String whatFor, long amountCents, String funder,
        String project, LocalDate startsOn, LocalDate endsOn, String hoursBy, Integer hours, State state) {

    /** Funders whose money the municipality keeps in appropriations. */
    static final Set<String> IN_LEDGER =
            Set.of("PROJECT", "PROJECT_LABOUR_POLICY", "EMPLOYMENT_AUTHORITY", "MUNICIPALITY", "STATE_GRANT");
    static final Set<String> PROJECTS = Set.of("PROJECT", "PROJECT_LABOUR_POLICY");
    static final Set<String> SUBSIDIES = Set.of("PAY_SUBSIDY", "EMPLOYMENT_SUPPORT_55");

    boolean isIn(State... states) {
        return Set.of(states).contains(state);
    }

    boolean isLive() {
        return !isIn(State.DROPPED, State.RELEASED);
    }

    boolean sharesDaysWith(PlanLine other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }

    /** Where the money of the line stands. */
    public enum State {
        /** not asked for yet */
        PLANNED,
        RESERVED,
        /** no appropriation has it */
        WAITING,
        /** the funder pays by itself */
        OWN_MONEY,
        /** pay subsidy and 55+ support are reserved and decided by their own application (380/2023 84 §) */
        OWN_DECISION,
        COMMITTED,
        RELEASED,
        DROPPED
    }
}
