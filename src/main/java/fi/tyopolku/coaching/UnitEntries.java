package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the entries of the register of receiving units from their sheets. */
@Service
@Transactional
public class UnitEntries {

    static final String COACH = "workplaceCoach";
    static final String ENTRY_OF_UNIT = "UNIT:";

    private final ReceivingUnits units;
    private final Sheets sheets;

    UnitEntries(ReceivingUnits units, Sheets sheets) {
        this.units = units;
        this.sheets = sheets;
    }

    /** @param id under which the sheets {@code receivingUnit} and {@code workplaceCoach} are kept; becomes the unit's */
    public void register(String id, String municipality) {
        units.register(id, municipality, sheets.content(id, "receivingUnit"), sheets.content(id, COACH));
    }

    /** @param entry {@code UNIT:} and the id of a unit for a new workplace coach there, or the id of a workplace coach */
    public void save(String sheetId, String entry, boolean active) {
        JsonNode coach = sheets.content(sheetId, COACH);
        if (entry.startsWith(ENTRY_OF_UNIT)) {
            units.addCoach(entry.substring(ENTRY_OF_UNIT.length()), coach, active);
        } else {
            units.changeCoach(entry, coach, active);
        }
    }
}
