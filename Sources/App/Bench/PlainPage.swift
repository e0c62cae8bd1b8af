/// A template with the texts and rules of the C program's page, to compare like with like: its own
/// templates print more, and fewer lines on a page.
enum PlainPage {
    static let text = """
        <template name="plain" size="A4" title="Rechnung {number}">
          <style name="body" font="Noto Sans" size="8.5pt" leading="11pt"/>
          <style name="bold" font="Noto Sans" weight="bold" size="8.5pt" leading="11pt"/>
          <style name="big" font="Noto Sans" weight="bold" size="16pt" leading="20pt"/>
          <style name="small" font="Noto Sans" size="7pt" leading="9pt"/>
          <page left="20mm" right="190mm" first-top="105mm" later-top="30mm" bottom="265mm"/>
          <fixed on="first">
            <frame x="20mm" y="15mm" width="100mm">
              <text style="big">{seller.name}</text>
              <text>{seller.address.lines} · {seller.address.postcode} {seller.address.city}</text>
              <text>{seller.taxNumber} · {seller.contact.email} · {seller.contact.phone}</text>
            </frame>
            <frame x="20mm" y="48mm" width="80mm">
              <text style="bold">{buyer.name}</text>
              <list path="buyer.address.lines"><text>{.}</text></list>
              <text>{buyer.address.postcode} {buyer.address.city}</text>
            </frame>
            <frame x="125mm" y="48mm" width="65mm">
              <text>Rechnungsnummer {number}</text>
              <text>Rechnungsdatum {issueDate}</text>
              <text>Leistungsdatum {delivery.date}</text>
              <text>Kundennummer {buyer.id}</text>
              <text>Bestellnummer {order.purchaseOrder}</text>
              <text>Fällig am {dueDate}</text>
            </frame>
            <frame x="20mm" y="90mm" width="100mm"><text style="big">Rechnung</text></frame>
          </fixed>
          <flow>
            <table path="lines" heading-style="bold" padding="1pt" row-rule="0.25pt hair">
              <column width="10mm"><heading>Pos.</heading>{number}</column>
              <column width="share"><heading>Bezeichnung</heading>{name}</column>
              <column width="20mm" align="right"><heading>Menge</heading>{quantity}</column>
              <column width="15mm"><heading>Einheit</heading>{unit}</column>
              <column width="25mm" align="right"><heading>Einzelpreis</heading>{unitPrice}</column>
              <column width="15mm" align="right"><heading>USt.</heading>{rate} %</column>
              <column width="25mm" align="right"><heading>Betrag EUR</heading>{net}</column>
            </table>
            <keep>
              <text>Summe netto {totals.taxable}</text>
              <text>zzgl. Steuer {totals.tax}</text>
              <text style="bold">Gesamtbetrag {totals.payable}</text>
            </keep>
            <text>Zahlbar innerhalb von {payment.netDays} Tagen ohne Abzug. Bitte geben Sie die Rechnungsnummer bei der Überweisung an.</text>
          </flow>
          <fixed on="every">
            <frame x="20mm" y="275mm" width="170mm">
              <rule width="0.5pt"/>
              <text style="small">{seller.name} · {payment.account.bank} · {payment.account.iban} · {payment.account.bic} · Seite {page} von {pages}</text>
            </frame>
          </fixed>
        </template>
        """
}
