package dev.cadastre.server.web.page;

import dev.cadastre.api.map.Correction;
import java.util.List;

/**
 * What was put right of an asset, and what its reader may do to it.
 *
 * @param corrections those in force, newest first
 * @param writer whether changes are offered
 * @param removable whether nothing but words keeps it on the map
 * @param teams those that may answer for it
 * @param correction what was entered to put something right
 * @param link what was entered to link it with others
 * @param faults what is wrong with either
 */
public record AssetWork(
        List<Correction> corrections,
        boolean writer,
        boolean removable,
        List<String> teams,
        CorrectionForm correction,
        LinkForm link,
        FormFaults faults) {

    /** Copies the lists. */
    public AssetWork {
        corrections = List.copyOf(corrections);
        teams = List.copyOf(teams);
    }

    /** What is wrong with what was entered to put that right; nothing if it was something else. */
    public FormFaults faults(Correction.Kind kind) {
        return correction.kind() == kind ? faults : FormFaults.NONE;
    }

    /** What is wrong with what was entered to link it with others. */
    public FormFaults linkFaults() {
        return link.others().isEmpty() ? FormFaults.NONE : faults;
    }
}
