package fi.tyopolku.employers;

import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Tells the coaches of a municipality that employers of an industry hire people directly. */
@Service
public class ShortageMail {

    private final SkillGaps gaps;
    private final Industries industries;
    private final Notifications notifications;

    ShortageMail(SkillGaps gaps, Industries industries, Notifications notifications) {
        this.gaps = gaps;
        this.industries = industries;
        this.notifications = notifications;
    }

    /** Once for each comparison. */
    public void send(String gapId) {
        SkillGaps.GapList list = gaps.find(gapId).orElseThrow();
        Industry industry = industries.find(list.industry()).orElseThrow();
        notifications.send(new Notification(gapId, "skill-shortage", Recipient.COACHES, "compared-" + list.comparedOn(),
                Map.of("municipality", list.municipality(), "industryFi", industry.nameFi(),
                        "industrySv", industry.nameSv(), "industryEn", industry.nameEn())));
    }
}
