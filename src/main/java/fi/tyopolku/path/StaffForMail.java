package fi.tyopolku.path;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.notifications.StaffMember;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people of the access module as mail knows them. */
@Component
class StaffForMail implements StaffDirectory {

    private final Staff staff;
    private final RightsFile rights;

    StaffForMail(Staff staff, RightsFile rights) {
        this.staff = staff;
        this.rights = rights;
    }

    @Override
    public Optional<StaffMember> member(String userId) {
        return staff.member(userId).map(StaffForMail::forMail);
    }

    @Override
    public List<StaffMember> membersOf(String group, String municipality) {
        return staff.inGroup(group, municipality).stream().map(StaffForMail::forMail).toList();
    }

    @Override
    public String municipalityName(String municipality) {
        return rights.municipalities().getOrDefault(municipality, municipality);
    }

    private static StaffMember forMail(fi.tyopolku.access.StaffMember member) {
        return new StaffMember(member.userId(), member.name(), member.email(), member.language());
    }
}
