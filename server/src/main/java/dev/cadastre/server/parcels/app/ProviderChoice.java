package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses which apps meet the requirements of another. Pure. */
final class ProviderChoice {

    private final AppOrder order;
    private final @Nullable AppRevision current;
    private final List<Offer> offers;
    private final Map<String, List<String>> deployable;
    private final List<ParcelProblem> problems = new ArrayList<>();

    /**
     * Of one order.
     *
     * @param current what is there of the app; null if nothing is
     * @param offers all other apps of its environment
     * @param deployable names of parcels that could be deployed, by what they provide
     */
    ProviderChoice(
            AppOrder order,
            @Nullable AppRevision current,
            List<Offer> offers,
            Map<String, List<String>> deployable) {
        this.order = order;
        this.current = current;
        this.offers = List.copyOf(offers);
        this.deployable = Map.copyOf(deployable);
    }

    /** An app, and what it is to others. */
    record Offer(AppRevision revision, List<Provision> provides) {

        boolean meets(Requirement requirement) {
            return provides.stream().anyMatch(requirement::isMetBy);
        }
    }

    List<ParcelProblem> problems() {
        return problems;
    }

    /** The app that meets each requirement, by the binding; an optional one may have none. */
    SortedMap<String, AppRevision> choose(Map<String, Requirement> requires) {
        SortedMap<String, AppRevision> chosen = new TreeMap<>();
        requires.forEach((binding, requirement) ->
                choose(binding, requirement).ifPresent(one -> chosen.put(binding, one)));
        order.bindings().keySet().stream()
                .filter(binding -> !requires.containsKey(binding))
                .sorted()
                .forEach(binding ->
                        problem(
                                "app.binding-unknown",
                                binding,
                                "The parcel has no requirement that is called " + binding + ".",
                                "It has "
                                        + (requires.isEmpty()
                                                ? "none."
                                                : String.join(", ", requires.keySet()) + ".")));
        return chosen;
    }

    private Optional<AppRevision> choose(String binding, Requirement requirement) {
        String wanted = order.bindings().get(binding);
        if (wanted != null) {
            return named(binding, requirement, wanted);
        }
        List<Offer> fitting = offers.stream().filter(offer -> offer.meets(requirement)).toList();
        Optional<Offer> kept = fitting.stream().filter(one -> isBound(binding, one)).findFirst();
        if (kept.isPresent()) {
            return kept.map(Offer::revision);
        }
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst().revision());
        }
        if (!requirement.optional() || fitting.size() > 1) {
            none(binding, requirement, fitting);
        }
        return Optional.empty();
    }

    private boolean isBound(String binding, Offer offer) {
        AppBinding before = current == null ? null : current.byBinding().get(binding);
        return before != null && before.provider().equals(offer.revision().app());
    }

    private Optional<AppRevision> named(String binding, Requirement requirement, String wanted) {
        String environment = order.app().environment();
        Optional<AppName> name =
                AppName.of(wanted.contains("@") ? wanted : wanted + "@" + environment);
        Optional<Offer> offer =
                offers.stream()
                        .filter(one -> Optional.of(one.revision().app()).equals(name))
                        .findFirst();
        if (offer.isEmpty()) {
            problem(
                    "app.provider-unknown",
                    binding,
                    "There is no app %s in %s.".formatted(wanted, environment),
                    "See `cadastre app list %s`.".formatted(environment));
        } else if (!offer.get().meets(requirement)) {
            problem(
                    "app.provider-unfit",
                    binding,
                    "%s is %s, and %s is required."
                            .formatted(
                                    offer.get().revision().app(),
                                    words(offer.get().provides()),
                                    words(requirement)),
                    "Name another app, or upgrade it.");
            return Optional.empty();
        }
        return offer.map(Offer::revision);
    }

    private void none(String binding, Requirement requirement, List<Offer> fitting) {
        if (fitting.isEmpty()) {
            List<String> parcels = deployable.getOrDefault(requirement.name(), List.of());
            problem(
                    "app.provider-missing",
                    binding,
                    "No app in %s meets %s."
                            .formatted(order.app().environment(), words(requirement)),
                    parcels.isEmpty()
                            ? "Add a parcel that provides it, and deploy that first."
                            : "Deploy one first, such as %s."
                                    .formatted(String.join(", ", parcels)));
            return;
        }
        String all =
                fitting.stream()
                        .map(offer -> offer.revision().app().name())
                        .collect(Collectors.joining(", "));
        problem(
                "app.provider-ambiguous",
                binding,
                "Several apps in %s meet %s: %s."
                        .formatted(order.app().environment(), words(requirement), all),
                "Name one, as by --bind %s=%s."
                        .formatted(binding, fitting.getFirst().revision().app().name()));
    }

    private static String words(Requirement requirement) {
        return requirement.range().isEmpty()
                ? requirement.name()
                : requirement.name() + " " + requirement.range();
    }

    private static String words(List<Provision> provides) {
        return provides.stream().map(Provision::toString).collect(Collectors.joining(", "));
    }

    private void problem(String code, String binding, String message, String remedy) {
        problems.add(new ParcelProblem(code, "bindings." + binding, message, remedy));
    }
}
