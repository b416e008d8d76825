package fi.tyopolku.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.engine.FormGate;
import fi.tyopolku.engine.access.ActingPerson;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration
class WebConfiguration {

    /** The starter leaves out its own filter when one of this name is there already. */
    private static final String NAME_OF_STOCK_HEADER_FILTER = "HttpHeaderSecurity";

    private static final int BEFORE_SPRING_SECURITY = -105;

    @Bean
    FilterRegistrationBean<PageSecurityFilter> pageSecurityFilter() {
        var registration = new FilterRegistrationBean<>(new PageSecurityFilter());
        registration.setName(NAME_OF_STOCK_HEADER_FILTER);
        registration.addUrlPatterns("/*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** After the door of the web applications' API, which has its place before Spring Security. */
    @Bean
    FilterRegistrationBean<StartFormLists> startFormLists(WebappLogin login, RepositoryService repository, ObjectProvider<FormGate> gate,
            ActingPerson acting, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new StartFormLists(login, repository, gate, acting, json));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RefusedForms> refusedForms(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new RefusedForms(json));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProcessesToStart> processesToStart(WebappLogin login, RepositoryService repository,
            ActingPerson acting, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new ProcessesToStart(login, repository, acting, json));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    /** Outside the lists of start forms, which it translates too. */
    @Bean
    FilterRegistrationBean<TranslatedAnswers> translatedAnswers(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new TranslatedAnswers(json));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(BEFORE_SPRING_SECURITY - 1);
        return registration;
    }
}
