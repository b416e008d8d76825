package fi.tyopolku.access;

import fi.tyopolku.engine.web.WebappLogin.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * The allow-list of {@code access/webapp-api.yml}: which calls of the web applications' API go through, by group. What
 * it does not name is refused, and so is any path that could be read in two ways.
 */
final class WebappRules {

    private static final String FILE = "access/webapp-api.yml";
    private static final Pattern PLAIN_SEGMENT = Pattern.compile("[\\p{L}\\p{N}_:.@+ -]+");
    private static final String SELF = "{self}";
    private static final List<String> TASK = List.of("engine", "engine", "default", "task");
    private static final Set<String> NOT_ONE_TASK = Set.of("count", "report");
    private static final Call CLAIM = Call.parse("POST /engine/engine/default/task/{task}/claim").get(0);

    private final List<Call> forAnyone;
    private final List<Call> limited;
    private final List<Door> doors;

    private WebappRules(List<Call> forAnyone, List<Call> limited, List<Door> doors) {
        this.forAnyone = forAnyone;
        this.limited = limited;
        this.doors = doors;
    }

    static WebappRules read() {
        return of(Yaml.read(FILE), RightsFile.read().groups().keySet());
    }

    static WebappRules of(Yaml file, Set<String> knownGroups) {
        List<Door> doors = new ArrayList<>();
        file.at("doors").entries().forEach((name, door) -> {
            Set<String> groups = Set.copyOf(door.at("groups").texts());
            if (!knownGroups.containsAll(groups)) {
                throw new IllegalStateException(FILE + ": door " + name + " names an unknown group");
            }
            doors.add(new Door(groups, calls(door.at("calls"))));
        });
        return new WebappRules(calls(file.at("anyone")), calls(file.at("limited")), doors);
    }

    private static List<Call> calls(Yaml lines) {
        return lines.texts().stream().flatMap(line -> Call.parse(line).stream()).toList();
    }

    /**
     * Whether a call goes through.
     *
     * @param person empty before log-in
     * @param rawPath the undecoded path behind {@code /camunda/api}
     */
    boolean allows(Optional<Person> person, String method, String rawPath) {
        Optional<List<String>> segments = segments(rawPath);
        if (segments.isEmpty()) {
            return false;
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        String self = person.map(Person::userId).orElse(null);
        if (forAnyone.stream().anyMatch(call -> call.matches(asked, segments.get(), self))) {
            return true;
        }
        return person.isPresent() && doors.stream()
                .filter(door -> door.groups.stream().anyMatch(person.get().groups()::contains))
                .flatMap(door -> door.calls.stream())
                .anyMatch(call -> call.matches(asked, segments.get(), self));
    }

    /** Whether a call goes through before log-in too: the log-in itself, which never reaches the engine's queries. */
    boolean isOpen(String method, String rawPath) {
        return segments(rawPath).filter(path -> forAnyone.stream().anyMatch(call -> call.matches(method, path, null)))
                .isPresent();
    }

    /** The id of the one task that a call is about. */
    Optional<String> task(String rawPath) {
        return segments(rawPath)
                .filter(path -> path.size() > TASK.size() && path.subList(0, TASK.size()).equals(TASK))
                .map(path -> path.get(TASK.size()))
                .filter(id -> !NOT_ONE_TASK.contains(id));
    }

    /** Whether somebody is to get a task as theirs. */
    boolean isClaim(String rawPath) {
        return segments(rawPath).filter(path -> CLAIM.matches("POST", path, null)).isPresent();
    }

    /** Whether a list is asked for that needs a limit on its length. */
    boolean wantsLimit(String method, String rawPath) {
        return segments(rawPath).filter(path -> limited.stream().anyMatch(call -> call.matches(method, path, null)))
                .isPresent();
    }

    private static Optional<List<String>> segments(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        String path = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(Math.min(1, path.length())).split("/", -1)) {
            String segment;
            try {
                segment = UriUtils.decode(raw, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            if (!PLAIN_SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
            segments.add(segment);
        }
        return Optional.of(segments);
    }

    private record Door(Set<String> groups, List<Call> calls) {
    }

    private record Call(String method, List<String> segments) {

        /** A line such as {@code GET, POST /task/{id}/comment}. */
        static List<Call> parse(String line) {
            int slash = line.indexOf('/');
            if (slash < 1) {
                throw new IllegalStateException(FILE + ": a line needs a method and a path: " + line);
            }
            List<String> segments = List.of(line.substring(slash + 1).trim().split("/"));
            return Arrays.stream(line.substring(0, slash).split(","))
                    .map(method -> new Call(method.trim(), segments))
                    .toList();
        }

        boolean matches(String asked, List<String> path, String self) {
            if (!method.equals(asked) || path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                String wanted = segments.get(i);
                boolean same = wanted.equals(SELF) ? path.get(i).equals(self)
                        : wanted.startsWith("{") || wanted.equals(path.get(i));
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }
}
