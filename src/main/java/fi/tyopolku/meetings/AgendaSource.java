package fi.tyopolku.meetings;

import java.util.List;

/** Something that belongs on the agenda of a joint meeting; every bean of this type is asked, in its order. */
public interface AgendaSource {

    List<AgendaItem> items(String municipality);
}
