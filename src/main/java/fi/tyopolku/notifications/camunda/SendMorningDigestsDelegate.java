package fi.tyopolku.notifications.camunda;

import fi.tyopolku.notifications.MorningDigest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("sendMorningDigests")
class SendMorningDigestsDelegate implements JavaDelegate {

    private final MorningDigest digest;

    SendMorningDigestsDelegate(MorningDigest digest) {
        this.digest = digest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digest.send();
    }
}
