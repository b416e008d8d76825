package fi.tyopolku.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's own clock, moved together with ours when sample cases get their past. */
@Component
public class EngineTime {

    public void setTo(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void reset() {
        ClockUtil.reset();
    }
}
