package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Actor;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.demonstration.Demonstration;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page for who is reading it. */
@Component
public class Frames {

    private final Access access;
    private final Demonstration demonstration;
    private final Clock clock;

    Frames(Access access, Demonstration demonstration, Clock clock) {
        this.access = access;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    /** How the page says things at this moment. */
    public Wording wording() {
        return new Wording(clock.instant());
    }

    /**
     * A frame.
     *
     * @param place the entry of the navigation to mark, empty for none
     * @param twin where the content is served as JSON; null where there is none
     */
    public Frame of(HttpServletRequest request, String title, String place, @Nullable String twin) {
        Actor actor = access.actor();
        String asked = request.getParameter("q");
        return new Frame(
                title,
                place,
                place.equals("search") && asked != null ? asked : "",
                reader(actor),
                allowed(Verb.RUN, Part.INVENTORY),
                allowed(Verb.ADMINISTER, Part.ACCESS),
                csrfToken(request),
                demonstration.isOn(),
                twin);
    }

    private boolean allowed(Verb verb, Part part) {
        return !access.reach(verb, part).equals(Reach.NONE);
    }

    private static @Nullable String reader(Actor actor) {
        if (!actor.name().isEmpty()) {
            return actor.name();
        }
        return actor.reach(Verb.READ, Part.INVENTORY).equals(Reach.NONE) ? null : "visitor";
    }

    private static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }
}
