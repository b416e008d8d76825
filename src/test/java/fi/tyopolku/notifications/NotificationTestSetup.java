package fi.tyopolku.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server, a few people and a fixed time. */
@TestConfiguration
public class NotificationTestSetup {

    @Bean
    @Primary
    Clock fixedClock() {
        return Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Helsinki"));
    }

    @Bean(destroyMethod = "down")
    MailServer mailServer(JavaMailSenderImpl mailSender) {
        mailSender.setHost("127.0.0.1");
        return new MailServer(mailSender);
    }

    @Bean
    @Primary
    StaffDirectory staffOfTheTest() {
        List<StaffMember> staff = List.of(
                new StaffMember("coach", "Kaisa Koutsi", "kaisa@example.org", null),
                new StaffMember("coach3", "Kalle Koutsi", "kalle@example.org", "sv"),
                new StaffMember("manager", "Maija Manageri", "maija@example.org", "en"),
                new StaffMember("silent", "Niilo Nimetön", null, "fi"));
        return new StaffDirectory() {
            @Override
            public Optional<StaffMember> member(String userId) {
                return staff.stream().filter(member -> member.userId().equals(userId)).findFirst();
            }

            @Override
            public List<StaffMember> membersOf(String group, String municipality) {
                return "kemijarvi".equals(municipality)
                        ? staff.stream().filter(member -> member.userId().startsWith(group)).toList() : List.of();
            }

            @Override
            public String municipalityName(String municipality) {
                return "Kemijärvi";
            }
        };
    }

    @Bean
    @Order(0)
    AddressBook partnersOfTheTest() {
        return (caseId, recipient) -> recipient == Recipient.HOST
                ? Optional.of(new Address("host@example.org", "en")) : Optional.empty();
    }
}
