package io.mdm.enrollment.web.body;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Separator of a CSV file and names of its columns, both by its first line: it is the separator with which most of them
 * are known.
 *
 * @param columns names of the known columns, as given for others, in order
 */
record CsvHeader(char separator, List<String> columns) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int MAX_UNITS = 8_192;

    /** Maximum length of a row. */
    private static final int MAX_ROW_UNITS = 65_536;

    /** Looks ahead: the text is still to be read from its beginning. */
    static CsvHeader of(BufferedReader text, List<CsvColumn> known) throws IOException {
        var line = firstLine(text);
        return SEPARATORS.stream()
                .map(separator -> new CsvHeader(separator, columns(line, separator, known)))
                .max(Comparator.comparingLong(header -> header.knownOf(known)))
                .orElseThrow();
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(MAX_UNITS);
        var start = new char[MAX_UNITS];
        int length = 0;
        int count = text.read(start, 0, MAX_UNITS);
        while (count > 0) {
            length += count;
            count = text.read(start, length, MAX_UNITS - length);
        }
        text.reset();
        return new String(start, 0, length).lines().findFirst().orElse("");
    }

    private static List<String> columns(String line, char separator, List<CsvColumn> known) {
        try {
            return reader(separator).ofSingleCsvRecord(line).getFields().stream()
                    .map(name -> known(name.strip(), known))
                    .toList();
        } catch (CsvParseException otherwiseSeparated) {
            return List.of();
        }
    }

    private static String known(String name, List<CsvColumn> known) {
        return known.stream()
                .map(CsvColumn::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private long knownOf(List<CsvColumn> known) {
        return known.stream().filter(column -> columns.contains(column.name())).count();
    }

    /** Reader of the text. */
    CsvReaderBuilder reader() {
        return reader(separator);
    }

    private static CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(MAX_ROW_UNITS);
    }

    /** Name of a column, from 0; of one without a name, its number from 1, by which no field is known. */
    String name(int column) {
        return column < columns.size() && !columns.get(column).isEmpty()
                ? columns.get(column)
                : String.valueOf(column + 1);
    }
}
