import type { Random } from './random.ts';

const SURNAMES =
  'Abara Achterberg Ahmed Aldous Appiah Atherley Banerjee Barclay Bello Bhatt Brannigan Castellan Chaudhry Coker Dacosta Darke Danso Eastwell Edusei Farrow Fenwick Gale Ghosh Grantley Haddow Hossain Ibekwe Iqbal Jarrold Joof Kamara Keane Khatun Larbi Lomax Mahoney Malik Marlowe Mensah Nadkarni Nnadi Oduya Okonjo Osei Pargeter Pereira Quaye Rahman Rooke Sandhu Sesay Sharrock Tandoh Thorne Uddin Umeh Vasquez Wardle Wiafe Yeboah'.split(
    ' ',
  );
const FORENAMES =
  'Abena Adaeze Aisha Alice Amara Anjali Beatrix Bronwen Carmen Chidi Claire Danielle Dorcas Efua Elif Emeka Esther Farah Fiona Grace Hannah Ifeoma Imran Jasmin Joanne Kezia Kwame Leila Lydia Maryam Mei Mercy Nadia Naomi Olivia Parveen Priya Rachel Rosa Ruth Samira Sinead Tariq Temi Uma Vanessa Wanjiru Yasmin Yusuf Zara'.split(
    ' ',
  );

export interface PersonName {
  surname: string;
  forename: string;
}

/** A made-up name, so often repeated that it points to nobody. */
export function madeUpName(random: Random): PersonName {
  return { surname: random.pick(SURNAMES), forename: random.pick(FORENAMES) };
}

/** "Okonjo, Adaeze" */
export function listedName({ surname, forename }: PersonName): string {
  return `${surname}, ${forename}`;
}
