package fi.tyopolku.path.web;

import fi.tyopolku.messages.Refusal;

/** The municipality that the caller of our API works for. */
public interface CallersMunicipality {

    /** @throws Refusal when the caller works for none, or for more than one */
    String current();
}
