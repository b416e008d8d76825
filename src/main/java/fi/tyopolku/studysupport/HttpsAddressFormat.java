package fi.tyopolku.studysupport;

import fi.tyopolku.forms.FieldFormat;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.stereotype.Component;

/** A link that may be shown to people: https, a host by its name, nobody's password in it. */
@Component
class HttpsAddressFormat implements FieldFormat {

    @Override
    public String name() {
        return "httpsAddress";
    }

    @Override
    public boolean accepts(String value) {
        try {
            URI address = new URI(value);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null
                    && address.getHost().matches(".*\\.[a-zA-Z][a-zA-Z0-9-]*");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
