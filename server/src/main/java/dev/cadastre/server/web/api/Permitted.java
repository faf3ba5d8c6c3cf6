package dev.cadastre.server.web.api;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for the reach of who is asking; somebody without any is refused rather than shown nothing.
 */
@Component
public class Permitted {

    private final Access access;

    Permitted(Access access) {
        this.access = access;
    }

    /** Where the actor may look at {@code part}; never nowhere. */
    public Reach read(Part part) {
        return reach(Verb.READ, part);
    }

    /** Where the actor may do this; never nowhere. */
    public Reach reach(Verb verb, Part part) {
        Reach reach = access.reach(verb, part);
        if (reach.equals(Reach.NONE)) {
            access.require(verb, part, null);
        }
        return reach;
    }

    /** Whether the actor may do this in all environments; to offer it, not to guard it. */
    public boolean mayEverywhere(Verb verb, Part part) {
        return access.actor().may(verb, part, null);
    }

    /** Whether the actor may do this in some environment; to offer it, not to guard it. */
    public boolean mayAnywhere(Verb verb, Part part) {
        return !access.reach(verb, part).equals(Reach.NONE);
    }

    /**
     * Whether the actor may do this there; to offer it, not to guard it.
     *
     * @param environment null for what lies in none
     */
    public boolean may(Verb verb, Part part, @Nullable String environment) {
        return access.actor().may(verb, part, environment);
    }

    /** How the actor is written in lists. */
    public String actor() {
        return access.actor().label();
    }

    /** Makes sure that the actor may do this there. */
    public void require(Verb verb, Part part, String environment) {
        access.require(verb, part, environment);
    }

    /** Makes sure that the actor may do this in all environments. */
    public void requireEverywhere(Verb verb, Part part) {
        access.require(verb, part, null);
    }
}
