package fi.tyopolku.pages;

import java.util.Collection;
import java.util.Set;

/**
 * A line of the menu on our own pages. Each module declares its pages as beans of this type.
 *
 * @param nameKey the message that names the page, which is also its title
 * @param groups whose menu it stands in
 */
public record MenuEntry(int place, String href, String nameKey, Set<String> groups) {

    boolean isFor(Collection<String> groupsOfPerson) {
        return groupsOfPerson.stream().anyMatch(groups::contains);
    }
}
