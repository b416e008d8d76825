package fi.tyopolku.measures;

/** How many clients have begun in a measure, and how many of them have completed it. */
public record Participation(int began, int completed) {
}
