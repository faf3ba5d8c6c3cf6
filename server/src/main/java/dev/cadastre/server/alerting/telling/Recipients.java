package dev.cadastre.server.alerting.telling;

import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.contact.Contacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is told. Pure. */
public final class Recipients {

    private final Map<String, Contacts> teams;
    private final Predicate<Contact> usable;
    private final Predicate<Contact> lastResort;

    /**
     * Chooses among these.
     *
     * @param teams all there are, by name
     * @param usable whether something can be sent to a contact now
     * @param lastResort whether something is sent to a contact where nobody has a usable one
     */
    public Recipients(
            Map<String, Contacts> teams, Predicate<Contact> usable, Predicate<Contact> lastResort) {
        this.teams = Map.copyOf(teams);
        this.usable = usable;
        this.lastResort = lastResort;
    }

    /**
     * The one team that is told, or why there is none.
     *
     * @param recipient null if nobody can be told
     * @param passedOver why those who come before it are not told, as sentences
     */
    public record Choice(@Nullable Recipient recipient, List<String> passedOver) {

        /** Copies the reasons. */
        public Choice {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** A team that may be told, and why. */
    private record Candidate(String team, String reason) {}

    /**
     * The first of these that can be told, each with those that it names in its place: the team
     * that answers for the cause, the owner of its environment, and the team that hears of
     * everything else.
     */
    public Choice of(
            @Nullable String owner, @Nullable String ofEnvironment, @Nullable String rest) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        if (owner == null) {
            passedOver.add("No team answers for the cause.");
        } else {
            candidates.add(new Candidate(owner, "It answers for the cause."));
        }
        if (ofEnvironment != null) {
            candidates.add(new Candidate(ofEnvironment, "It answers for the environment."));
        }
        if (rest == null) {
            passedOver.add("[alerting] fallback names no team.");
        } else {
            candidates.add(new Candidate(rest, "It hears of what nobody else can be told."));
        }
        Choice choice = choose(candidates, passedOver, usable);
        return choice.recipient() == null
                ? new Choice(
                        choose(candidates, new ArrayList<>(), lastResort).recipient(),
                        choice.passedOver())
                : choice;
    }

    /** Those whom a team wants to hear when nobody looks after an incident, if they can be told. */
    public Optional<Recipient> escalation(Contacts team) {
        String other = team.escalation();
        return other == null
                ? Optional.empty()
                : Optional.ofNullable(
                        choose(
                                        List.of(
                                                new Candidate(
                                                        other,
                                                        "The team %s escalates to it."
                                                                .formatted(team.team()))),
                                        new ArrayList<>(),
                                        usable)
                                .recipient());
    }

    private Choice choose(
            List<Candidate> candidates, List<String> passedOver, Predicate<Contact> fit) {
        Set<String> seen = new HashSet<>();
        for (Candidate first : candidates) {
            Candidate next = first;
            while (next != null && seen.add(next.team())) {
                Contacts team = teams.get(next.team());
                Optional<Recipient> found = recipient(team, next.reason(), fit);
                if (found.isPresent()) {
                    return new Choice(found.get(), passedOver);
                }
                passedOver.add(why(next.team(), team));
                next = inPlaceOf(team);
            }
        }
        return new Choice(null, passedOver);
    }

    private static String why(String name, @Nullable Contacts team) {
        if (team == null) {
            return "There is no team %s.".formatted(name);
        }
        return team.contacts().isEmpty()
                ? "The team %s states nothing by which it can be told.".formatted(name)
                : "Nothing can be sent to what the team %s states.".formatted(name);
    }

    private static Optional<Recipient> recipient(
            @Nullable Contacts team, String reason, Predicate<Contact> fit) {
        if (team == null) {
            return Optional.empty();
        }
        List<Contact> contacts = team.contacts().stream().filter(fit).toList();
        return contacts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recipient(team, contacts, reason));
    }

    private static @Nullable Candidate inPlaceOf(@Nullable Contacts team) {
        String other = team == null ? null : team.fallback();
        return team == null || other == null
                ? null
                : new Candidate(other, "It is told in place of %s.".formatted(team.team()));
    }
}
