package fi.tyopolku.studysupport;

/** What a piece of guidance material is; the names are codes of the forms. */
public enum MaterialKind {
    /** for coaches who support special needs themselves, such as the toolkit of Spesia */
    SPECIAL_SUPPORT_TOOLKIT,
    ROUTES_TO_VOCATIONAL,
    SOCIAL_AND_HEALTH_PATHS,
    TRANSITIONS_IN_WORKFORCE_TRAINING,
    ROUTES_TO_HIGHER_EDUCATION,
    /** shows occupations and workplaces on the web */
    SHOWROOM,
    /** gives credits */
    ONLINE_COURSE,
    BENEFITS,
    OTHER
}
