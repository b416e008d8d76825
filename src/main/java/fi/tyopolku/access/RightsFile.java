package fi.tyopolku.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rights table: {@code access/rights.yml} as values. The engine's rows are made to equal it at every start.
 */
public final class RightsFile {

    private static final String FILE = "access/rights.yml";
    private static final String EVERYBODY = "everybody";

    private final Map<String, String> municipalities;
    private final Map<String, String> groups;
    private final Map<Target, Set<String>> rights;
    private final Map<String, Set<String>> filters;

    private RightsFile(Map<String, String> municipalities, Map<String, String> groups,
            Map<Target, Set<String>> rights, Map<String, Set<String>> filters) {
        this.municipalities = municipalities;
        this.groups = groups;
        this.rights = rights;
        this.filters = filters;
    }

    /**
     * What a group may do with one resource.
     *
     * @param resource an engine resource such as {@code PROCESS_DEFINITION}
     * @param resourceId one key or id, or {@code *} for all
     */
    public record Target(String group, String resource, String resourceId) {
    }

    /** Municipality id to its name. */
    public Map<String, String> municipalities() {
        return municipalities;
    }

    /** Group id to its name. */
    public Map<String, String> groups() {
        return groups;
    }

    /** Names of engine permissions by group and resource. */
    public Map<Target, Set<String>> rights() {
        return rights;
    }

    /** The groups that see each list of tasks, by the list's name. */
    public Map<String, Set<String>> filters() {
        return filters;
    }

    /** Whether any of the groups works on the tasks of a process. */
    public boolean mayWorkOn(String processKey, Collection<String> members) {
        return members.stream().anyMatch(group -> rights
                .getOrDefault(new Target(group, "PROCESS_DEFINITION", processKey), Set.of()).contains("TASK_WORK"));
    }

    /** Reads the file from the classpath; a group or verb it does not define stops the start. */
    static RightsFile read() {
        return of(Yaml.read(FILE));
    }

    static RightsFile of(Yaml file) {
        Map<String, String> groups = new LinkedHashMap<>();
        Map<Target, Set<String>> rights = new LinkedHashMap<>();
        file.at("groups").entries().forEach((group, about) -> groups.put(group, about.at("name").text()));

        file.at("groups").entries().forEach((group, about) -> about.at("applications").texts()
                .forEach(application -> add(rights, groups, group, "APPLICATION", application, List.of("ACCESS"))));

        Map<String, Yaml> verbs = file.at("verbs").entries();
        file.at("processes").entries().forEach((process, uses) -> uses.entries().forEach((verb, members) -> {
            if (!verbs.containsKey(verb)) {
                throw new IllegalStateException(FILE + ": process " + process + " uses an unknown verb " + verb);
            }
            members.texts().forEach(group ->
                    add(rights, groups, group, "PROCESS_DEFINITION", process, verbs.get(verb).texts()));
        }));

        file.at("resources").entries().forEach((resource, ids) -> ids.entries().forEach((id, members) ->
                members.entries().forEach((group, permissions) ->
                        add(rights, groups, group, resource, id, permissions.texts()))));

        Map<String, String> municipalities = new LinkedHashMap<>();
        file.at("municipalities").entries().forEach((id, name) -> municipalities.put(id, name.text()));
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        file.at("filters").entries().forEach((name, members) -> {
            members.texts().forEach(group -> requireKnown(groups, group));
            filters.put(name, Set.copyOf(members.texts()));
        });
        return new RightsFile(municipalities, groups, rights, filters);
    }

    private static void add(Map<Target, Set<String>> rights, Map<String, String> groups, String group,
            String resource, String id, List<String> permissions) {
        Collection<String> members = EVERYBODY.equals(group) ? new LinkedHashSet<>(groups.keySet()) : List.of(group);
        for (String member : members) {
            requireKnown(groups, member);
            rights.computeIfAbsent(new Target(member, resource, id), target -> new TreeSet<>()).addAll(permissions);
        }
    }

    private static void requireKnown(Map<String, String> groups, String group) {
        if (!groups.containsKey(group)) {
            throw new IllegalStateException(FILE + " names an unknown group: " + group);
        }
    }
}
