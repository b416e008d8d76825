package fi.tyopolku.access.camunda;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up groups, municipalities, rights, accounts and task filters before the web server opens. All of it in one
 * transaction under the engine's own start-up lock, so that nodes which start together do not make things twice.
 */
@Component
class AccessSetUp implements SmartInitializingSingleton {

    private static final String LOCK = "select value_ from act_ge_property where name_ = 'startup.lock' for update";

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final RightsInstaller rights;
    private final FilterInstaller filters;
    private final ObjectProvider<DemoAccounts> demoAccounts;
    private final FirstAdministrator firstAdministrator;

    AccessSetUp(TransactionTemplate transaction, JdbcClient jdbc, RightsInstaller rights, FilterInstaller filters,
            ObjectProvider<DemoAccounts> demoAccounts, FirstAdministrator firstAdministrator) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.rights = rights;
        this.filters = filters;
        this.demoAccounts = demoAccounts;
        this.firstAdministrator = firstAdministrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(LOCK).query().listOfRows();
            rights.install();
            demoAccounts.ifAvailable(DemoAccounts::open);
            firstAdministrator.openIfMissing();
            filters.install();
        });
    }
}
