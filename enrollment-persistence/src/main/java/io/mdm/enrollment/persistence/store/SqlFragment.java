package io.mdm.enrollment.persistence.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Piece of a statement together with the values of its parameters, which no other piece can shift.
 *
 * @param text with a {@code ?} for each parameter, and for nothing else
 * @param parameters in the order of their question marks
 */
public record SqlFragment(String text, List<@Nullable Object> parameters) {
    private static final SqlFragment EMPTY = sql("");

    /** @throws IllegalArgumentException unless there is a parameter for each question mark */
    public SqlFragment {
        parameters = Collections.unmodifiableList(parameters);
        if (text.chars().filter(character -> character == '?').count() != parameters.size()) {
            throw new IllegalArgumentException(parameters.size() + " parameters for " + text);
        }
    }

    /** Fit for a static import. */
    public static SqlFragment sql(String text, @Nullable Object... parameters) {
        return new SqlFragment(text, Arrays.asList(parameters.clone()));
    }

    /** The fragment without text. */
    public static SqlFragment none() {
        return EMPTY;
    }

    /** This fragment and then the other; neither is changed. */
    public SqlFragment then(SqlFragment next) {
        var both = new ArrayList<>(parameters);
        both.addAll(next.parameters);
        return new SqlFragment(text + next.text, both);
    }

    /** This fragment and then a piece of text with its own parameters. */
    public SqlFragment then(String next, @Nullable Object... values) {
        return then(sql(next, values));
    }
}
