package fi.tyopolku.employers;

import java.time.format.DateTimeFormatter;

final class Dates {

    static final DateTimeFormatter FINNISH = DateTimeFormatter.ofPattern("d.M.yyyy");

    private Dates() {
    }
}
