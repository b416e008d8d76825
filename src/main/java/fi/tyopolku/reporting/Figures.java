package fi.tyopolku.reporting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** All figures of a municipality. */
@Service
public class Figures {

    private final ObjectProvider<FigureSource> sources;

    Figures(ObjectProvider<FigureSource> sources) {
        this.sources = sources;
    }

    public List<Figure> of(String municipality, LocalDate from, LocalDate to) {
        return sources.orderedStream().flatMap(source -> source.figures(municipality, from, to).stream()).toList();
    }
}
