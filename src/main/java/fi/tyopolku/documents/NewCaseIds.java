package fi.tyopolku.documents;

/** Makes the ids of new cases; implemented by the register of cases. */
public interface NewCaseIds {

    String next();
}
