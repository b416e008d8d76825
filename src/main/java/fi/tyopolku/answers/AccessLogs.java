package fi.tyopolku.answers;

import org.apache.catalina.valves.AbstractAccessLogValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps addresses that hold a token out of the server's access log, where an operator has switched it on. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccessLogs implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String LEFT_OUT = "tyopolku.leftOutOfAccessLog";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.getEngineValves().stream().filter(AbstractAccessLogValve.class::isInstance)
                .forEach(valve -> ((AbstractAccessLogValve) valve).setConditionUnless(LEFT_OUT));
    }
}
