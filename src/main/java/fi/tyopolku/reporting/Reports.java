package fi.tyopolku.reporting;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** All reports for managers. */
@Service
public class Reports {

    private final List<ReportSource> sources;

    Reports(ObjectProvider<ReportSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    public List<ReportSource> all() {
        return sources;
    }

    public Optional<ReportSource> find(String code) {
        return sources.stream().filter(source -> source.code().equals(code)).findFirst();
    }
}
