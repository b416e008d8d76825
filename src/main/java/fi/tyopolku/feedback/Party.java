package fi.tyopolku.feedback;

import java.util.List;

/** Who is asked for feedback, and what. The names of the questions are those of the fields in the document. */
public enum Party {
    CLIENT("feedbackClient", "client", "qualityOfLife", "smallProgress", "heard", "servicesHelped"),
    EMPLOYER("feedbackEmployer", "employer", "recruitmentHelp", "cooperation", "wouldTakeAgain"),
    PROVIDER("feedbackProvider", "provider", "cooperation", "information", "placesUsed");

    /** The scale of every question: 1 is the worst, 5 the best. */
    static final List<String> SCALE = List.of("5", "4", "3", "2", "1");
    static final String COMMENT = "comment";

    private final String document;
    private final String author;
    private final List<String> questions;

    Party(String document, String author, String... questions) {
        this.document = document;
        this.author = author;
        this.questions = List.of(questions);
    }

    public String document() {
        return document;
    }

    /** How an answer by link is signed. */
    String author() {
        return author;
    }

    public List<String> questions() {
        return questions;
    }
}
