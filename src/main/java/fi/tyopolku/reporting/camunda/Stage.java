package fi.tyopolku.reporting.camunda;

/**
 * A stage of the client path.
 *
 * @param name of its text {@code reporting.stage.<name>}, and the key of its process
 * @param caller key of the process that calls it
 * @param activityId of the call
 */
record Stage(String name, String caller, String activityId) {

    static final String PATH = "clientPath";

    static Stage ofPath(String name) {
        return new Stage(name, PATH, "callActivity_" + name);
    }
}
