package fi.tyopolku.engine.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration
class WebConfiguration {

    /** The starter leaves out its own filter when one of this name is there already. */
    private static final String NAME_OF_STOCK_HEADER_FILTER = "HttpHeaderSecurity";

    @Bean
    FilterRegistrationBean<PageSecurityFilter> pageSecurityFilter() {
        var registration = new FilterRegistrationBean<>(new PageSecurityFilter());
        registration.setName(NAME_OF_STOCK_HEADER_FILTER);
        registration.addUrlPatterns("/*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
