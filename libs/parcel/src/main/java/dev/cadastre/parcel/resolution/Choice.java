package dev.cadastre.parcel.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is chosen so far, and what that requires. Not thread-safe. */
final class Choice {

    private final Map<String, Integer> chosen = new HashMap<>();
    private final List<Need> agenda = new ArrayList<>();
    private final Map<String, List<Need>> byProvider = new HashMap<>();

    void require(Need need) {
        agenda.add(need);
        if (!need.isAmbiguous()) {
            byProvider.computeIfAbsent(need.provider(), name -> new ArrayList<>()).add(need);
        }
    }

    void choose(String parcel, int version, List<Need> needs) {
        chosen.put(parcel, version);
        needs.forEach(this::require);
    }

    /** Takes back the choice of a parcel, and what was required after so many others. */
    void undo(String parcel, int required) {
        chosen.remove(parcel);
        while (agenda.size() > required) {
            Need need = agenda.remove(agenda.size() - 1);
            if (!need.isAmbiguous()) {
                List<Need> others = needsOf(need.provider());
                others.remove(others.size() - 1);
            }
        }
    }

    /** How much is required. */
    int required() {
        return agenda.size();
    }

    /** The place of the first requirement from a place on whose provider is not chosen, or -1. */
    int open(int from) {
        for (int i = from; i < agenda.size(); i++) {
            Need need = agenda.get(i);
            if (!need.isAmbiguous() && !chosen.containsKey(need.provider())) {
                return i;
            }
        }
        return -1;
    }

    Need required(int place) {
        return agenda.get(place);
    }

    /** All that is required. */
    List<Need> needs() {
        return agenda;
    }

    /** What a parcel has to meet, in the order in which it was required. */
    List<Need> needsOf(String parcel) {
        return byProvider.getOrDefault(parcel, List.of());
    }

    /** The place of the version that is chosen of a parcel; null if none is. */
    @Nullable Integer version(String parcel) {
        return chosen.get(parcel);
    }

    /** The places of all versions that are chosen. */
    Map<String, Integer> versions() {
        return chosen;
    }
}
