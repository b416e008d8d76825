package fi.tyopolku.notifications;

/**
 * Someone who works with the product.
 *
 * @param name     as clients read it in mail: given name and family name
 * @param email    may be null
 * @param language fi, sv or en; null counts as Finnish
 */
public record StaffMember(String userId, String name, String email, String language) {

    @Override
    public String toString() {
        return "StaffMember[" + userId + "]";
    }
}
