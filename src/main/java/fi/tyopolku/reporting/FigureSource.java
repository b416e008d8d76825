package fi.tyopolku.reporting;

import java.time.LocalDate;
import java.util.List;

/** Something that counts figures; every bean of this type is asked, in its order. */
public interface FigureSource {

    /** Figures of what ended in the municipality from the first to the last day, both included. */
    List<Figure> figures(String municipality, LocalDate from, LocalDate to);
}
